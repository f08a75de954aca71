"""The frame of the pages as a theme of its own, `theme: {name: sikum}`: it needs no Material, with MkDocs and ProperDocs.

`base.html` is what Sikum uses of Material for MkDocs, carried along under its licence (NOTICE.md). `generator/theme/` fills it,
as it fills Material's own where a site says `theme: {name: material}`.
"""
