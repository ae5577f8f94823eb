## The guides: one for each of three readers

guide-intro = Choose the one most like your work. All of it is also in three short documents that can be printed, in Norwegian.
guide-coordinator-title = If you collect the numbers
guide-coordinator-first =
    { "" }**Once a month**
    { "" }
    1. Open **Numbers in** and drop the files there: attendance, referrals and concerts, as they are. The template on the page will do if you have no file.
    2. Look at the preview. It says how many rows are new, changed and unchanged, and which have errors, with row and column.
    3. Words we do not know, we ask about once. The answer is remembered next month.
    4. Press **Save the file**. Rows with errors can be downloaded, corrected and dropped in again. A mistake spoils nothing: every upload can be undone.
    5. When a period is complete, it is ready to be **published** further down the page. Only then do others see the numbers.
guide-coordinator-then =
    { "" }**Once a year**
    { "" }
    Drop the user survey in the same place, as the survey tool gives it: one row for each form, with the questions as headings and a column for the day. The questions are in the model file. Without a participant number, each form counts as one person. The answers are published when the year is over.
    { "" }
    { "" }**When something is missing**
    { "" }
    The page **Deliveries and quality** shows month by month what has come, what came late, and which numbers suffer. A missing number is never zero: it is shown as **..**
    { "" }
    { "" }**Remember**
    { "" }
    - Files must hold no names or national identity numbers. If we find one, the file stops, and you are told in which cell.
    - The sign **:** means that the number is about too few people to be shown. We see to that, also in the Excel files you download.
    - Does something look odd? Write a **note** on the municipality's page. It follows the number wherever the municipality is shown.
guide-leader-title = If you lead
guide-leader-first =
    { "" }**One look: Overview**
    { "" }
    Each row is a goal. The large number is where we are now. The line around the point is the uncertainty, the upright line is the target, and in the green field the target is met. The small marks are the municipalities. Goals that need attention come first.
    { "" }
    The status is careful on purpose: “Reached” means that we can stand by it even when chance is allowed for. Where nothing can be said yet, it says so.
    { "" }
    Press a goal and its card opens: the number over time, the municipalities side by side, and decisions as numbered marks on the chart.
guide-leader-then =
    { "" }**Your municipality**
    { "" }
    On **Municipality** you choose yours at the top of the page. There are its goals, notes, its numbers beside the others, and decisions. This is not a ranking: where lines overlap, the difference may be chance.
    { "" }
    { "" }**Follow the way**
    { "" }
    { "" }**In** shows who finds the way here and how long they wait. **Attendance** shows whether they come. **Onward** shows where they go. **In the community** shows concerts and outreach.
    { "" }
    { "" }**Share what you see**
    { "" }
    { "" }*Copy link* gives a colleague exactly the same view. *Pin the numbers* makes the link show the same numbers a year from now.
guide-secretary-title = If you write the minutes
guide-secretary-first =
    { "" }**Before the meeting**
    { "" }
    Make the papers on **Papers**: choose period and language, look at the first page and take the files with you. The numbers in them are pinned, so they are the same in the meeting.
    { "" }
    { "" }**In the meeting**
    { "" }
    1. Open **Meeting** and fill the screen (F11). Choose the municipalities to look at.
    2. **→** or space goes on, **←** goes back.
    3. Press **D** when something is decided. Write “Case 14/26: We …”, who follows it up, and the date as you say it: "31.12". Enter saves.
    4. When a goal is off track, press **Write why** and write the cause in a sentence.
    5. The slide keeps its size however many decisions there are.
guide-secretary-then =
    { "" }**After the meeting**
    { "" }
    The last slide has all of today's decisions as text, ready to copy, **Make the minutes** which makes a document of them, and a link that shows the numbers as the meeting saw them.
    { "" }
    { "" }**Decisions and measures** has everything that waits, the overdue first. Press **Done** when something is done. What is changed keeps its history, and what is withdrawn says why.
    { "" }
    { "" }**Remember**
    { "" }
    Never write anything a participant could be recognised by: no names, dates of birth or numbers.
guide-picture-upload = The page Numbers in, with room to drop files, and the template.
guide-picture-quality = The page Deliveries and quality, with what has come in month by month.
guide-picture-overview = The overview: each goal as a row with number, scale, curve, status and next measure.
guide-picture-goal = A goal as a card, with the number over time, the municipalities and the decisions.
guide-picture-meeting = A goal in the meeting: a large number, a chart and the fields for a new decision.
guide-picture-measures = Decisions and measures, the overdue first.
