"""The calendar: teams, presence and slots, and what a schedule costs."""
