## The first time, and accessibility

tour-title = New here? Five sentences and you are on your way
tour-text =
    1. At the top of **Overview** you see how many goals are reached, and what needs attention.
    2. Choose **municipality** and **period** at the top of the page. The choice follows you from page to page, and in the link you copy.
    3. The sign **:** means that a number is hidden, because it is about too few people.
    4. Under every chart you find **Show the numbers**, and there you can take them to Excel.
    5. Drop the month's files under **Numbers in**. Nothing is saved until you have seen what will happen.
tour-done = Thanks, now I know
accessibility-title = Accessibility
accessibility-lead = Everybody should be able to use Samspill. Here is what works, what does not yet, and whom to tell.
accessibility-status-title = How far we have come
accessibility-status = Samspill must follow WCAG 2.1 at levels A and AA, as the Norwegian regulation on universal design of ICT requires. Today Samspill meets the requirements **partly**: what is listed below remains.
accessibility-unmet-title = What is not met
accessibility-unmet =
    - **Some words are in English on Norwegian pages (3.1.2).** A few messages, which appear when something breaks down, come from the tool Samspill is made with. They are translated as we find them.
    - **The points in the charts (2.1.1).** What is shown when you point at a mark cannot be reached from the keyboard. The same numbers are in the table under “Show the numbers”. On Overview, Goals, Municipality and in the meeting the numbers are in the chart itself, and are read aloud.
    - **Long decisions on the meeting's slides (1.4.12).** A decision longer than a line is shortened with “…” on the slide. The whole of it is on the goal's card and on Decisions and measures.
    - **Tried by users (no requirement, but a lack).** Samspill has not yet been tried together with people who use a screen reader every day.
accessibility-tried-title = How it was tried
accessibility-tried = Every page is tried with the test tool axe, light and dark, on a large screen, on a phone and 320 pixels wide, which corresponds to 400% magnification. More space between lines, paragraphs, words and letters is tried on every page. The way from the start page to uploading was gone by keyboard alone. Charts have a sentence that says what they show, and the same numbers as a table. No colour stands alone: it always has a word, a sign or a shape beside it.
accessibility-feedback-title = Tell us
accessibility-feedback = Is there something you cannot use, read or hear? Tell us, and we fix it or give it to you in another way.
accessibility-no-contact = Contact whoever runs Samspill for { $model }.
accessibility-supervision-title = Supervision
accessibility-supervision = The Authority for Universal Design of ICT in the Norwegian Digitalisation Agency supervises. You can report to them at [uutilsynet.no](https://www.uutilsynet.no).
accessibility-registered = The official statement is registered with the authority: { $link }
accessibility-reviewed = Last reviewed { $day }.
