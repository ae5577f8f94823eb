## Links

link-copy = Copy link
link-copied = The link is copied
link-pin = Pin the numbers
    .help = The link then shows exactly these numbers, even after new ones are published. Use it in the minutes.
link-let-go = Let the numbers go
    .help = Show the newest numbers again.
edition-pinned = { $day } (edition { $number })
