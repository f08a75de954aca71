"""Pages that do not depend on the processes: the guide, open data, the site's own Markdown pages, the sitemap."""
