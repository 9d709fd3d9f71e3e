"""Facts in words: numbers, dates, names, reasons and changes as people say them."""
