"""What a site's configuration says: read by MkDocs' rules, and the same for the build and for every command."""
