# A thin face of packaging/do.py, which does the same without make: python3 packaging/do.py --help
.PHONY: run test setup lock benchmark release

run:
	@python3 packaging/do.py run

test:
	@python3 packaging/do.py test

setup:
	@python3 packaging/do.py setup

lock:
	@python3 packaging/do.py lock

benchmark:
	@python3 packaging/do.py benchmark

release:
	@python3 packaging/do.py release
