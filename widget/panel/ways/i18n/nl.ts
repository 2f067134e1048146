// Dutch words of the other ways to be helped; the source of the keys for every language.
import type { ContactField } from '#protocol';

export const nl = {
  lookAgain: 'Opnieuw kijken',
  looking: 'Even kijken…',
  stillAway: 'Er is nog geen medewerker bereikbaar.',
  other: 'Wilt u niet wachten? Kies wat u het beste uitkomt.',
  heading: 'Hoe wilt u contact?',
  chat: 'Chatten',
  chatOpen: 'Er is nu een medewerker bereikbaar.',
  chatBusy: 'Alle medewerkers zijn in gesprek. Het kan wat langer duren.',
  /** Of the phone. */
  phoneOpen: (time: string) => `Nu bereikbaar, tot ${time}.`,
  phoneClosed: 'Nu niet bereikbaar.',
  phoneOpens: (day: string, time: string) => `Nu niet bereikbaar. ${day} vanaf ${time} wel.`,
  counter: 'Balie',
  mail: (address: string) => `E-mail naar ${address}`,
  opensTab: 'Opent in een nieuw tabblad.',
  backToChat: 'Terug naar de chat',
  moreContact: 'Andere manieren voor contact',
  /** Not the words of the buttons of a form: there is one on the page as well. */
  back: 'Annuleren',
  ready: 'Klaar',
  keepsPlace: 'U houdt ondertussen uw plaats in de wachtrij.',
  'call-back': {
    hint: 'Wij bellen u terug als het u uitkomt.',
    intro: 'Laat uw telefoonnummer achter. Een medewerker belt u terug.',
    submit: 'Verzoek versturen',
    doneHeading: 'Wij bellen u terug',
    done: (day: string, time: string, to: string) => `U wordt uiterlijk ${day} om ${time} gebeld op ${to}.`,
  },
  message: {
    open: 'Bericht achterlaten',
    hint: 'U krijgt antwoord per e-mail.',
    intro: 'Schrijf uw vraag op. Een medewerker leest uw bericht.',
    submit: 'Bericht versturen',
    doneHeading: 'Uw bericht is verstuurd',
    done: (day: string, time: string, to: string) =>
      to === ''
        ? 'Een medewerker leest uw bericht.'
        : `U krijgt uiterlijk ${day} om ${time} antwoord op ${to}.`,
  },
  phone: 'Uw telefoonnummer',
  email: 'Uw e-mailadres',
  name: 'Uw naam (niet verplicht)',
  subject: 'Waar gaat uw vraag over?',
  text: 'Uw bericht',
  noAnswer: 'Ik hoef geen antwoord',
  moment: 'Wanneer komt het u uit?',
  soonest: (day: string, time: string) => `Zo snel mogelijk, voor ${day} ${time}`,
  anyTime: 'Zo snel mogelijk',
  morning: (day: string, time: string) => `${day} in de ochtend, voor ${time}`,
  afternoon: (day: string, time: string) => `${day} in de middag, voor ${time}`,
  sending: 'Wordt verstuurd…',
  failed: 'Dat is niet gelukt. Wat u hebt ingevuld, staat er nog. Probeer het opnieuw.',
  nothingMore: 'U hoeft niets meer te doen.',
  wrong: {
    phone: 'Vul een telefoonnummer in, bijvoorbeeld 06 12345678.',
    email: 'Vul een e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.',
    subject: 'Schrijf in een paar woorden waar uw vraag over gaat.',
    text: 'Schrijf eerst uw bericht.',
    moment: 'Op dat moment kunnen wij niet meer bellen. Kies een ander moment.',
  } satisfies Record<ContactField, string>,
};

export type WaysTexts = typeof nl;
