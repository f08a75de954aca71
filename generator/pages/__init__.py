"""The pages of the site: published model -> `SiteFile`s. No disk, no clock."""

from generator.pages.process.job import process_job
from generator.pages.process.withdrawn import withdrawn_jobs

__all__ = ["process_job", "withdrawn_jobs"]
