"""The pages of the site: published model -> `SiteFile`s. No disk, no clock."""

from generator.pages.catalogue import catalogue_jobs
from generator.pages.process.job import process_job
from generator.pages.process.withdrawn import withdrawn_jobs

__all__ = ["catalogue_jobs", "process_job", "withdrawn_jobs"]
