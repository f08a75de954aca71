"""What offices have already – a Word report, an Excel list, an archive – into what Sikum reads. Values in, values out."""
