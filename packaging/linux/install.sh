#!/bin/sh
# Installs Crossread for one user, without the rights of an administrator: into the folder .local of
# the home folder, or where XDG_DATA_HOME says. With --uninstall it takes all of it away again, and
# leaves alone what the user has made: projects, drafts, settings and the log.
set -eu

name=crossread
id=org.crossread.Crossread
data=${XDG_DATA_HOME:-$HOME/.local/share}
folder=$HOME/.local/lib/$name
command=$HOME/.local/bin/$name
made=$folder/made-folders
icons=$data/icons/hicolor

# What desktops draw up for themselves from the files of programs
refresh() {
    if command -v update-desktop-database >/dev/null; then update-desktop-database -q "$data/applications"; fi
    if command -v update-mime-database >/dev/null; then update-mime-database "$data/mime"; fi
    touch "$icons" # a list of icons that is older than the folder is not believed
} 2>/dev/null

# Make a folder, and remember which of its parents were not there
ensure() {
    if [ ! -d "$1" ]; then
        ensure "$(dirname "$1")"
        mkdir "$1"
        new="$1
$new"
    fi
}

uninstall() {
    folders=$(cat "$made" 2>/dev/null || true)
    rm -f "$command" "$data/applications/$id.desktop" "$data/mime/packages/$id.xml" "$data/metainfo/$id.metainfo.xml"
    rm -f "$data/man/man1/$name.1.gz"
    for size in $sizes; do rm -f "$icons/${size}x$size/apps/$id.png"; done
    rm -f "$icons/scalable/apps/$id.svg"
    rm -rf "$folder"
    refresh || true
    # the lists that desktops draw up go too where no other program is in them
    [ -n "$(ls "$data/mime/packages" 2>/dev/null)" ] || rm -rf "$data/mime"
    [ -n "$(ls "$data/applications" 2>/dev/null | grep -v '^mimeinfo.cache$')" ] || rm -f "$data/applications/mimeinfo.cache"
    printf '%s\n' "$folders" | while IFS= read -r each; do
        [ -z "$each" ] || rmdir "$each" 2>/dev/null || true
    done
}

sizes="16 24 32 48 64 128 256 512"
if [ "${1:-}" = --uninstall ]; then
    uninstall
    echo "Crossread is removed. Your projects, drafts and settings are left where they are."
    exit 0
fi

new=
[ ! -f "$made" ] || new=$(cat "$made")
share=share
for each in "$folder" "$(dirname "$command")" "$data/applications" "$data/mime/packages" "$data/metainfo" \
    "$data/man/man1" "$icons/scalable/apps"; do ensure "$each"; done
for size in $sizes; do ensure "$icons/${size}x$size/apps"; done

rm -rf "$folder.new" "$folder"
cp -R "$name" "$folder.new"
mv "$folder.new" "$folder"
cp install.sh "$folder/uninstall.sh"
printf '%s\n' "$new" >"$made"
ln -sf "$folder/$name" "$command"
sed "s|^Exec=$name |Exec=\"$command\" |" "$share/applications/$id.desktop" >"$data/applications/$id.desktop"
cp "$share/mime/packages/$id.xml" "$data/mime/packages/"
cp "$share/metainfo/$id.metainfo.xml" "$data/metainfo/"
cp "$share/man/man1/$name.1.gz" "$data/man/man1/"
for size in $sizes; do cp "$share/icons/hicolor/${size}x$size/apps/$id.png" "$icons/${size}x$size/apps/"; done
cp "$share/icons/hicolor/scalable/apps/$id.svg" "$icons/scalable/apps/"
refresh || true
"$command" --version >/dev/null
echo "Crossread is installed. It is in the menu, and $command starts it."
echo "To remove it: sh $folder/uninstall.sh --uninstall"
