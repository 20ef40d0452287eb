"""What people see in a browser: status, preview, the feeds as pages, the outlet's page of subscriptions."""
