"""The quick part of the benchmarks, what `make bench` runs."""

from __future__ import annotations

from benchmarks import check, plan, report, sequence

if __name__ == "__main__":
    sequence.main([])
    plan.main(["--quick"])
    report.main()
    check.main(["--quick"])
