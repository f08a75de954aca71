"""The catalogue as data: JSON, CSV, a data package, DCAT, citations; and the schemas of what authors write.

The data of the whole catalogue is made by `jobs`, which only builds load that have to make it.
"""

from generator.exports.process import process_job, process_json

__all__ = ["process_job", "process_json"]
