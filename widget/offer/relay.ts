// What the page asks and tells the relay: names of form and step, sums; without cookies, referrer or anything that outlives the offer.
import type {
  FormProfile,
  FormSums,
  Language,
  OfferAnswer,
  OfferChange,
  OfferRequest,
  SiteInfo,
} from '#protocol';

export interface Relay {
  /** As it is now, for who fills in this form. */
  site(language: Language, form: string): Promise<SiteInfo>;
  profile(form: string): Promise<FormProfile>;
  /** Sums of this page life. */
  tell(sums: FormSums): Promise<unknown>;
  request(request: OfferRequest): Promise<OfferAnswer>;
  change(offer: string, change: OfferChange['change']): Promise<OfferAnswer>;
}

export function createRelay(server: string, siteId: string): Relay {
  const site = `${server}/v1/sites/${encodeURIComponent(siteId)}`;
  const call = async (path: string, init: RequestInit) => {
    const answer = await fetch(site + path, { ...init, credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!answer.ok) throw new Error(`The relay answered ${answer.status}.`);
    return answer;
  };
  // A text body needs no preflight, and keepalive lets the last word out when the page goes.
  const post = (path: string, body: OfferRequest | OfferChange | FormSums) =>
    call(path, { method: 'POST', body: JSON.stringify(body), keepalive: true });
  const about = (form: string) => `form=${encodeURIComponent(form)}`;
  return {
    site: async (language, form) => (await call(`?language=${language}&${about(form)}`, {})).json(),
    profile: async (form) => (await call(`/form-profile?${about(form)}`, {})).json(),
    tell: (sums) => post('/form-sums', sums),
    request: async (request) => (await post('/offers', request)).json(),
    change: async (offer, change) => (await post(`/offers/${offer}`, { change })).json(),
  };
}
