"""The catalogue as data: JSON, CSV, a data package, DCAT, citations; and the schemas of what authors write."""

from generator.exports.jobs import catalogue_jobs, process_job, process_json

__all__ = ["catalogue_jobs", "process_job", "process_json"]
