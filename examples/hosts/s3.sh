#!/bin/sh
# s3.sh FOLDER BUCKET: sends a site to S3, each kind of text with its type and charset (needs the AWS command line).
#
# S3 sends no headers of one's own and compresses nothing: CloudFront before it does both, by a response headers policy
# with the three headers of `_headers` and a cache policy that compresses. Its error response for 403 and 404 is /404.html
# with the status 404.
set -eu
folder=$1 bucket=$2

send() { # PATTERN TYPE CACHE
    aws s3 sync "$folder" "s3://$bucket" --exclude '*' --include "$1" --content-type "$2" --cache-control "$3"
}
send '*.css' 'text/css; charset=utf-8' 'public, max-age=3600'
send '*.js' 'text/javascript; charset=utf-8' 'public, max-age=3600'
send '*.woff2' 'font/woff2' 'public, max-age=3600'
send '*.json' 'application/json; charset=utf-8' no-cache
send '*.jsonld' 'application/ld+json; charset=utf-8' no-cache
send '*.xml' 'application/xml; charset=utf-8' no-cache
send '*.svg' 'image/svg+xml; charset=utf-8' no-cache
send '*.csv' 'text/csv; charset=utf-8' no-cache
send '*.ics' 'text/calendar; charset=utf-8' no-cache
send '*.html' 'text/html; charset=utf-8' no-cache
# everything else, and what is no longer in the site goes: a withdrawn process must not stay behind
aws s3 sync "$folder" "s3://$bucket" --exclude _headers --cache-control no-cache --delete
