// What the offer asks of the relay: form and step only, without cookies, referrer or anything that outlives the offer.
import type { OfferAnswer, OfferChange, OfferRequest, SiteInfo } from '#protocol';

export interface Relay {
  site(): Promise<SiteInfo>;
  request(request: OfferRequest): Promise<OfferAnswer>;
  change(offer: string, change: OfferChange['change']): Promise<OfferAnswer>;
}

export function createRelay(server: string, siteId: string): Relay {
  const site = `${server}/v1/sites/${encodeURIComponent(siteId)}`;
  const call = async (path: string, init: RequestInit) => {
    const answer = await fetch(site + path, { ...init, credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!answer.ok) throw new Error(`The relay answered ${answer.status}.`);
    return answer.json();
  };
  // A text body needs no preflight, and keepalive lets the last word out when the page goes.
  const post = (path: string, body: OfferRequest | OfferChange) =>
    call(path, { method: 'POST', body: JSON.stringify(body), keepalive: true });
  return {
    site: () => call('', {}),
    request: (request) => post('/offers', request),
    change: (offer, change) => post(`/offers/${offer}`, { change }),
  };
}
