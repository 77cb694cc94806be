"""Lists of purchases that come in beside the open register: read as a task, told in sentences, taken along or not."""
