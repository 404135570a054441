#!/bin/sh
# What the official image's template script does, in words of our own.
templates=${NGINX_ENVSUBST_TEMPLATE_DIR:-/etc/nginx/templates}
suffix=${NGINX_ENVSUBST_TEMPLATE_SUFFIX:-.template}
output=${NGINX_ENVSUBST_OUTPUT_DIR:-/etc/nginx/conf.d}
stream_suffix=${NGINX_ENVSUBST_STREAM_TEMPLATE_SUFFIX:-.stream-template}
stream_output=${NGINX_ENVSUBST_STREAM_OUTPUT_DIR:-/etc/nginx/stream-conf.d}
filter=${NGINX_ENVSUBST_FILTER:-}
[ -d "$templates" ] || exit 0
names=$(awk -v filter="$filter" 'BEGIN { for (name in ENVIRON) if (name ~ filter) printf "${%s} ", name }')
render() {
  find "$templates" -follow -type f -name "*$1" | while read -r template; do
    file=$2/${template#"$templates"/}
    file=${file%"$1"}
    mkdir -p "${file%/*}" || continue
    [ -w "${file%/*}" ] || continue
    envsubst "$names" <"$template" >"$file"
  done
}
[ ! -d "$output" ] || [ -w "$output" ] && render "$suffix" "$output"
render "$stream_suffix" "$stream_output"
exit 0
