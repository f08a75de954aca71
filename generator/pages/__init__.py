"""The pages of the site: published model -> `SiteFile`s. No disk, no clock."""

from generator.pages.broken import findings_page
from generator.pages.catalogue import catalogue_jobs
from generator.pages.process import process_job
from generator.pages.withdrawn import withdrawn_jobs

__all__ = ["catalogue_jobs", "findings_page", "process_job", "withdrawn_jobs"]
