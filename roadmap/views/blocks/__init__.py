"""What pages and parts are made of: tables, prose and timelines about one matter each."""
