"""Not a plugin: it has no class that Open WebUI looks for. The list shows it under "Not plugins"."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
