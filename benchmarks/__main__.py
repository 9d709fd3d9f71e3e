"""The quick part of the benchmarks, what `make bench` runs."""

from __future__ import annotations

from benchmarks import check, report, sequence

if __name__ == "__main__":
    sequence.main([])
    report.main()
    check.main(["--quick"])
