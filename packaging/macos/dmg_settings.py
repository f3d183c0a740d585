"""Settings of the disk image, read by dmgbuild: `dmgbuild -s THIS -D app=… Crossread OUT.dmg`."""

from mac_bundle import IMAGE

files = [globals()["defines"]["app"]]  # which dmgbuild has put there
globals().update(IMAGE)
