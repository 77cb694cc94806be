"""The list of all that ships inside the program (CycloneDX 1.6), from the same metadata as the licence notices."""

import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from packing.leave_out import EXCLUDED_MODULES
from packing.notices import licence_name, shipped
from tikissa import __version__

NAME = f"tikissa-{__version__}.cdx.json"


def components() -> list[Component]:
    """Return Python itself and every package that ships, each with version, licence and package URL."""
    licences = LicenseFactory()
    python = Component(
        name="CPython",
        version=platform.python_version(),
        type=ComponentType.PLATFORM,
        licenses=[licences.make_from_string("PSF-2.0")],
        purl=PackageURL("generic", None, "cpython", platform.python_version()),
    )
    packages = (
        Component(
            name=package.metadata["Name"],
            version=package.version,
            type=ComponentType.LIBRARY,
            licenses=[licences.make_from_string(licence_name(package))],
            purl=PackageURL("pypi", None, package.metadata["Name"].lower().replace("_", "-"), package.version),
            bom_ref=f"{package.metadata['Name']}=={package.version}",
        )
        for package in shipped("tikissa", EXCLUDED_MODULES)
    )
    return [python, *packages]


def bill_of_materials() -> str:
    """Return the bill as JSON, the same each time it is made for one version at one SOURCE_DATE_EPOCH."""
    product = Component(
        name="tikissa",
        version=__version__,
        type=ComponentType.APPLICATION,
        licenses=[LicenseFactory().make_from_string("MIT")],
        bom_ref="tikissa",
    )
    bill = Bom(components=components(), serial_number=uuid5(NAMESPACE_URL, f"tikissa/{__version__}"))
    bill.metadata.component = product
    bill.metadata.timestamp = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    bill.register_dependency(product, bill.components)
    return JsonV1Dot6(bill).output_as_string(indent=2) + "\n"


if __name__ == "__main__":
    target = Path(sys.argv[1]) / NAME
    target.write_text(bill_of_materials(), encoding="utf-8")
    print(f"{target.name}: {bill_of_materials().count('pkg:pypi/')} packages")
