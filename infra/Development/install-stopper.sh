#!/bin/bash
# Runs as root at every start of the instance: outside the home folder nothing of the last time is left.
set -eu

cat > /usr/local/sbin/stop-when-idle <<'STOPPER'
@SCRIPT@
STOPPER
chmod 755 /usr/local/sbin/stop-when-idle

cat > /etc/systemd/system/stop-when-idle.service <<'UNIT'
[Unit]
Description=Stops this notebook instance when it is idle
[Service]
Type=oneshot
Environment=PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
ExecStart=/usr/bin/python3 /usr/local/sbin/stop-when-idle --idle-minutes @IDLE_MINUTES@
UNIT

cat > /etc/systemd/system/stop-when-idle.timer <<'UNIT'
[Unit]
Description=Looks every five minutes whether this notebook instance is idle
[Timer]
OnActiveSec=5min
OnUnitActiveSec=5min
UNIT

systemctl daemon-reload
systemctl restart stop-when-idle.timer
