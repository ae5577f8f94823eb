## Streamlit's own words, exactly as it says them: this is what we look for to say it in another language

browser-no-script = You need to enable JavaScript to run this app.
browser-skip = Skip to main content
browser-sidebar = Sidebar
browser-sidebar-hide = Collapse sidebar
browser-sidebar-show = Expand sidebar
browser-pages = App pages
browser-pages-more = View { $count } more
browser-pages-fewer = View less
browser-home = Navigate to home page
browser-new-tab = (opens in new tab)
browser-messages = Notifications
browser-message-more = view more
browser-message-less = view less
browser-close = Close
browser-dismiss = Dismiss
browser-cancel = Cancel
browser-link-here = Link to heading
browser-help = Help
browser-help-for = Help for { $label }
browser-progress = progress
browser-picture-unnamed = Vega visualization
browser-picture = visualization

# The main menu

browser-menu = Main menu
browser-theme = Theme
browser-theme-system = System
browser-theme-light = Light
browser-theme-dark = Dark
browser-print = Print
browser-rerun = Rerun
browser-rerun-always = Always rerun
browser-rerun-auto = Auto rerun
browser-clear-cache = Clear cache
browser-record = Record screen
browser-get-help = Get help
browser-report-bug = Report a bug
browser-about = About
browser-made-with = Made with Streamlit v
browser-copy-version = Copy version to clipboard
browser-copy = Copy to clipboard
browser-copied = Copied

# Choices and fields

browser-choose = Choose an option
browser-choose-many = Choose options
browser-choose-nothing = No options to select
browser-no-match = No results
browser-options-one = { $count } option available.
browser-options = { $count } options available.
browser-option-chosen = { $name }, selected
browser-open = Open
browser-clear = Clear value
browser-select-all = Select all
browser-select-matches = Select { $count } matches
browser-enter-apply = Press Enter to apply
browser-enter-submit = Press Enter to submit form
browser-required = This field is required.

# Files

browser-upload = Upload
browser-upload-more = Add files
browser-upload-input = file upload
browser-upload-drop = Drag and drop files here
browser-upload-drop-one = Drag and drop a file here
browser-upload-size = { $size } per file
browser-upload-remove = Remove { $name }
browser-upload-stop = Cancel upload of { $name }
browser-upload-again = Click to retry upload
browser-upload-fault = Error:
browser-upload-too-big = File must be { $size } or smaller.
browser-upload-too-small = File size is too small.
browser-upload-kind = { $kind } files are not allowed.
browser-upload-unknown-kind = files are not allowed.
browser-upload-only-one = Only one file is allowed.
browser-upload-unexpected = Unexpected error. Please try again.
browser-upload-failed = Upload failed
browser-upload-refused = AxiosError: Request failed with status code { $code }
browser-upload-no-network = AxiosError: Network Error
browser-upload-lost = Connection lost. Please wait for the app to reconnect, then try again.
browser-file-and-size = { $name }, { $size }
browser-size = { $size }
browser-download-failed = Download failed
browser-download-not-made = Failed to generate file for download
browser-download-closed = Connection closed
browser-download-slow = Request timed out

# Pictures and tables

browser-show-data = Show data
browser-show-chart = Show chart
browser-picture-file = Download as PNG
browser-picture-recipe = Copy Vega-Lite spec
browser-picture-copied = Copied!
browser-fullscreen = Fullscreen
browser-fullscreen-close = Close fullscreen
browser-columns = Show/hide columns
browser-table-file = Download as CSV
browser-search = Search
browser-tabs-left = Scroll tabs left
browser-tabs-right = Scroll tabs right
browser-row-add = Add row
browser-rows-delete = Delete row(s)
browser-search-what = Type to search
browser-search-before = Previous Result
browser-search-after = Next Result
browser-search-close = Close Search
browser-search-one = { $count } result
browser-search-many = { $count } results
browser-search-one-of = { $count } of { $all } result
browser-search-many-of = { $count } of { $all } results
browser-search-most-of = { $count } of over 1000
browser-column-menu = Dataframe column menu
browser-column-copy = Copy column name
browser-column-up = Sort ascending
browser-column-down = Sort descending
browser-column-statistics = Statistics
browser-column-format = Format
browser-column-width = Autosize
browser-column-pin = Pin column
browser-column-unpin = Unpin column
browser-column-hide = Hide column
browser-format-automatic = Automatic
browser-format-localized = Localized
browser-format-plain = Plain
browser-format-compact = Compact
browser-format-percent = Percent
browser-format-scientific = Scientific
browser-format-accounting = Accounting
browser-format-duration = Duration
browser-format-distance = Distance
browser-format-calendar = Calendar
browser-statistics-empty = Empty
browser-statistics-values = Values
browser-statistics-distinct = Distinct
browser-statistics-average = Average
browser-statistics-deviation = Standard deviation
browser-statistics-minimum = Minimum
browser-statistics-lower = 25th percentile
browser-statistics-upper = 75th percentile
browser-statistics-maximum = Maximum
browser-statistics-shortest = Minimum length
browser-statistics-longest = Maximum length
browser-statistics-length = Average length
browser-statistics-range = Range
browser-statistics-count = Count
browser-statistics-chart = Top values frequency chart
browser-statistics-none = No data
browser-statistics-sample = Based on sample
browser-kind-text = text
browser-kind-number = number
browser-kind-date = date
browser-table-wide = Scrollable table
browser-table-empty = empty

# When contact breaks

browser-running = Running...
browser-stop = Stop
browser-stopping = Stopping...
browser-changed = File change.
browser-connecting = Connecting
browser-connecting-to = Connecting to Streamlit server
browser-not-connected = Error
browser-not-connected-to = Unable to connect to Streamlit server
browser-lost = Connection error
browser-lost-here = Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:
browser-lost-command = streamlit run yourscript.py
browser-lost-there = Streamlit server is not responding. Are you connected to the internet?
browser-lost-slow = Connection timed out.
browser-lost-status = Connection failed with status { $code }.
browser-lost-answer = Connection failed with status { $code }, and response:
browser-no-page = Page not found
browser-no-page-there = The page that you have requested does not seem to exist. Running the app's main page.
browser-no-page-named = You have requested page /{ $name }, but no corresponding file was found in the app's pages/ directory. Running the app's main page.
browser-fault = This app has encountered an error. The original error message is redacted to prevent data leaks. Full error details have been recorded in the logs (if you're on Streamlit Cloud, click on 'Manage app' in the lower right of your app).
browser-fault-title = Script execution error
browser-fault-silent = No message
browser-old-title = Network issue
browser-old = Cannot load Streamlit frontend code. This can happen when you update Streamlit while a Streamlit app is running.
browser-old-reload = To fix this, simply reload this app by pressing
browser-old-or = , or
browser-old-again = If the error persists, try force-clearing your browser's cache as described
browser-old-here = here

# The signs in the badges, read aloud

browser-sign-reached = check_circle icon
browser-sign-sure = trending_up icon
browser-sign-unsure = contrast icon
browser-sign-off-unsure = change_history icon
browser-sign-off = dangerous icon
browser-sign-unjudged = help icon
browser-sign-add = add icon
browser-sign-overdue = schedule icon
browser-sign-open = pending icon
browser-sign-decided = gavel icon
browser-sign-done = task_alt icon
browser-sign-withdrawn = block icon

# The date field, read aloud

browser-date-choose = Choose date
browser-date-choose-in = Choose date, { $month }
browser-date-day = day, { $label }
browser-date-month = month, { $label }
browser-date-year = year, { $label }
browser-date-previous = Previous month
browser-date-next = Next month
browser-date-clear = Clear date

# When the unexpected happens: our own words instead of Streamlit's

fault-unexpected = Something went wrong on our side, not yours. Reload the page. If it happens again, tell whoever runs Samspill.
