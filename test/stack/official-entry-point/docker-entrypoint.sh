#!/bin/sh
# What the official image's entry point does, in words of our own: scripts only before nginx itself.
set -e
if [ "$1" = nginx ] || [ "$1" = nginx-debug ]; then
  find /docker-entrypoint.d -follow -type f | sort -V | while read -r script; do
    case $script in
      *.envsh) [ ! -x "$script" ] || echo "$script" >>/tmp/exports ;;
      *.sh)
        if [ -f /tmp/exports ]; then while read -r exports; do . "$exports"; done </tmp/exports; fi
        [ ! -x "$script" ] || "$script" ;;
    esac
  done
fi
exec "$@"
