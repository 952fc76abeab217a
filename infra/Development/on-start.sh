#!/bin/bash
# Runs as root whenever the notebook instance starts.
set -e
cat > /usr/local/bin/idle-stop.py <<'IDLE_STOP'
{{idle-stop.py}}
IDLE_STOP
# A timer of systemd: not every platform of notebook instances has cron.
systemd-run --unit=idle-stop --on-active=5min --on-unit-active=5min \
  /usr/bin/python3 /usr/local/bin/idle-stop.py --minutes {{minutes}} --started "$(date +%s)"
