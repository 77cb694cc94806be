"""The list of readers for each format, the best first; the next one has its try where one cannot make sense of a file.

Libraries are imported where they are needed: a file needs one of them, and starting a process with all is slow.
"""

from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZipFile

from tikissa.files.workbook import Workbook
from tikissa.model.register import FileFormat

Opener = Callable[[bytes, str | None], Workbook]


def _xlsx(data: bytes, _encoding: str | None) -> Workbook:
    from tikissa.files.readers.xlsx_reader import XlsxWorkbook

    return XlsxWorkbook.open(ZipFile(BytesIO(data)))


def _xlsb(data: bytes, _encoding: str | None) -> Workbook:
    from tikissa.files.readers.xlsb_reader import XlsbReader

    return XlsbReader(ZipFile(BytesIO(data)))


def _calamine(data: bytes, _encoding: str | None) -> Workbook:
    from tikissa.files.readers.calamine_reader import CalamineReader

    return CalamineReader(data)


def _openpyxl(data: bytes, _encoding: str | None) -> Workbook:
    from tikissa.files.readers.openpyxl_reader import OpenpyxlReader

    return OpenpyxlReader(data)


def _xls(data: bytes, _encoding: str | None) -> Workbook:
    from tikissa.files.readers.xls_reader import XlsReader

    return XlsReader(data)


def _ods(data: bytes, _encoding: str | None) -> Workbook:
    from tikissa.files.readers.ods_reader import OdsReader

    return OdsReader(ZipFile(BytesIO(data)))


def _fods(data: bytes, _encoding: str | None) -> Workbook:
    from tikissa.files.readers.flat_document import as_archive
    from tikissa.files.readers.ods_reader import OdsReader

    return OdsReader(as_archive(data))


def _excel_xml(data: bytes, _encoding: str | None) -> Workbook:
    from tikissa.files.readers.excel_xml_reader import ExcelXmlReader

    return ExcelXmlReader(data)


def _html(data: bytes, encoding: str | None) -> Workbook:
    from tikissa.files.readers.html_reader import HtmlReader

    return HtmlReader(data, encoding)


READERS: Mapping[FileFormat, tuple[Opener, ...]] = {
    FileFormat.XLSX: (_xlsx, _calamine, _openpyxl),
    FileFormat.XLSM: (_xlsx, _calamine, _openpyxl),
    FileFormat.XLS: (_xls, _calamine),
    FileFormat.XLSB: (_xlsb, _calamine),
    FileFormat.ODS: (_ods, _calamine),
    FileFormat.FODS: (_fods,),
    FileFormat.EXCEL_XML: (_excel_xml,),
    FileFormat.HTML: (_html,),
}
