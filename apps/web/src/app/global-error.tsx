"use client";
import { buttonClass } from "@atrium/ui/button-class";
import "./globals.css";

const texts = [
  {
    lang: "fi",
    text: "Atrium ei vastaa juuri nyt. Yritä hetken päästä uudelleen.",
    again: "Yritä uudelleen",
  },
  {
    lang: "sv",
    text: "Atrium svarar inte just nu. Försök igen om en stund.",
    again: "Försök igen",
  },
  {
    lang: "en",
    text: "Atrium does not answer just now. Try again in a moment.",
    again: "Try again",
  },
];

/** When not even the frame of a page could be made: the reader's language is not known here, so all three. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <head>
        <title>Atrium</title>
      </head>
      <body>
        <main className="mx-auto flex max-w-2xl flex-col gap-6 px-5 py-16">
          <h1 className="text-2xl font-bold">Atrium</h1>
          {texts.map(({ lang, text, again }) => (
            <div key={lang} lang={lang} className="flex flex-col items-start gap-2">
              <p>{text}</p>
              <button type="button" className={buttonClass({})} onClick={() => location.reload()}>
                {again}
              </button>
            </div>
          ))}
          {error.digest && <p className="text-sm text-muted">{error.digest}</p>}
        </main>
      </body>
    </html>
  );
}
