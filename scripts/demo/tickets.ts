/** What happens in a demo ticket after it was opened; `ago` is in minutes before now. */
export type DemoStep =
  | { by: string; ago: number; does: "claim" | "done" }
  | { by: string; ago: number; does: "reply" | "note"; text: string };

export interface DemoTicket {
  key: string;
  course: string;
  by: string;
  ago: number;
  subject: string;
  text: string;
  steps: DemoStep[];
}

const HOUR = 60;
const DAY = 24 * HOUR;

export const demoTickets: DemoTicket[] = [
  {
    key: "exam-in-english",
    course: "521141P",
    by: "student4",
    ago: 9 * DAY,
    subject: "Exam in English?",
    text: "Hi, can I take the exam in English? The course page only mentions Finnish.",
    steps: [
      { by: "assistant", ago: 9 * DAY - 50, does: "claim" },
      {
        by: "assistant",
        ago: 9 * DAY - 45,
        does: "reply",
        text: "Yes. Choose **English** when you sign up for the exam; the questions are the same.",
      },
      { by: "student4", ago: 9 * DAY - 20, does: "reply", text: "Great, thank you!" },
      { by: "assistant", ago: 9 * DAY - 10, does: "done" },
    ],
  },
  {
    key: "late-return",
    course: "521141P",
    by: "student3",
    ago: 6 * DAY,
    subject: "Voinko palauttaa harjoituksen 2 myöhässä?",
    text: "Olin viime viikon kuumeessa. Onko harjoituksen 2 palauttaminen vielä mahdollista?",
    steps: [
      { by: "assistant2", ago: 6 * DAY - 90, does: "claim" },
      {
        by: "assistant2",
        ago: 6 * DAY - 80,
        does: "reply",
        text: "On. Avasin sinulle palautuksen perjantaihin klo 23.59 asti. Pikaista paranemista!",
      },
      { by: "assistant2", ago: 5 * DAY, does: "done" },
    ],
  },
  {
    key: "group-member-left",
    course: "521141P",
    by: "student5",
    ago: 2 * DAY,
    subject: "Ryhmästä lähti jäsen",
    text: "Meitä on enää kolme projektiryhmässä. Pitääkö työtä pienentää?",
    steps: [
      { by: "assistant2", ago: 2 * DAY - 60, does: "claim" },
      {
        by: "assistant2",
        ago: 2 * DAY - 55,
        does: "reply",
        text: "Ei tarvitse, kolmen ryhmä saa jättää testiraportin lyhyemmäksi. Kumpi sopii teille paremmin: jatkatte kolmestaan vai etsinkö neljännen?",
      },
    ],
  },
  {
    key: "checker-timeout",
    course: "521141P",
    by: "student",
    ago: 5 * HOUR,
    subject: "Checker says timeout, works at home",
    text: "Exercise 4 runs in under a second on my laptop, but the checker stops it:\n\n```\nTimeoutError: stopped after 10 s (test 7 of 12)\n```\n\nWhat can I try?",
    steps: [
      { by: "assistant", ago: 4 * HOUR, does: "claim" },
      {
        by: "assistant",
        ago: 4 * HOUR - 10,
        does: "note",
        text: "Test 7 feeds an empty line. Two others had the same yesterday.",
      },
      {
        by: "assistant",
        ago: 4 * HOUR - 15,
        does: "reply",
        text: "Test 7 sends an **empty line**. Does your loop ever end then? Try:\n\n```python\nwhile line := input():\n    ...\n```",
      },
    ],
  },
  {
    key: "grade-missing",
    course: "521141P",
    by: "student2",
    ago: 3 * HOUR,
    subject: "Poäng saknas för övning 3",
    text: "Hej! Min övning 3 godkändes i måndags men poängsidan visar ett streck. Ska jag lämna in den igen?",
    steps: [
      { by: "assistant", ago: 2 * HOUR, does: "claim" },
      {
        by: "teacher",
        ago: 100,
        does: "note",
        text: "Same cause as yesterday: the points job skipped late passes. A rerun is scheduled tonight.",
      },
    ],
  },
  {
    key: "lab-card",
    course: "521141P",
    by: "student6",
    ago: 95,
    subject: "Kulkukortti ei avaa mikroluokkaa",
    text: "Kortti toimi vielä viime viikolla, nyt lukija näyttää punaista. Kuka voi auttaa?",
    steps: [],
  },
  {
    key: "typo-page-12",
    course: "521141P",
    by: "student7",
    ago: 41,
    subject: "Kirjoitusvirhe sivulla 12",
    text: "Tehtävän 2 esimerkissä lukee `retrun`. Onko se tarkoituksella?",
    steps: [],
  },
  {
    key: "which-python",
    course: "521141P",
    by: "student",
    ago: 6,
    subject: "Which Python version should I install?",
    text: "The setup page says 3.11 but the first lecture used 3.13. Does it matter for the exercises?",
    steps: [],
  },
  {
    key: "wireshark",
    course: "521150A",
    by: "assistant",
    ago: 70,
    subject: "Wireshark shows no packets",
    text: "I follow the steps of lab 1, but the capture stays empty on the lab machine.",
    steps: [],
  },
  {
    key: "ip-homework",
    course: "521150A",
    by: "student",
    ago: 3 * DAY,
    subject: "Is homework 3 about IPv6 too?",
    text: "The task says *addresses* without saying which.",
    steps: [
      { by: "assistant2", ago: 3 * DAY - 30, does: "claim" },
      {
        by: "assistant2",
        ago: 3 * DAY - 25,
        does: "reply",
        text: "Both: one page on each is enough.",
      },
      { by: "assistant2", ago: 2 * DAY, does: "done" },
    ],
  },
];
