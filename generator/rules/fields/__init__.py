"""F: fields of the record, of promises, of responses and of meetings."""
