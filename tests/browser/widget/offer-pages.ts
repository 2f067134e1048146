/** Pages that leave little room for an offer: each has fields to be in, a way on, and errors that can appear. */
const FIELD = (name: string) => `<p><label>${name} <input name="${name}"></label></p>`;
const FIELDS = (count: number) => Array.from({ length: count }, (_, at) => FIELD(`veld${at + 1}`)).join('');
const SCRIPT = `<script>document.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
window.complain = () => document.querySelector('main').insertAdjacentHTML('afterbegin',
  '<div role="alert" class="error-summary"><h2>Er ging iets mis</h2><ul><li><a href="#a">Vul een postcode in</a></li><li>Vul een huisnummer in</li></ul></div>');</script>`;
const STYLE = `<style>body{margin:0;padding:16px;font:16px/1.5 sans-serif;overflow-wrap:anywhere} input,textarea,button{font:inherit;max-width:100%;box-sizing:border-box}
main{max-width:40rem} textarea{width:100%;height:60vh} .foot{position:sticky;bottom:0;background:#fff;padding:8px 0} .cookies{position:fixed;inset:auto 0 0;background:#eee;padding:16px}</style>`;

const page = (form: string, rest = '') =>
  `${STYLE}<main><h1>Verhuizing doorgeven</h1><form novalidate>${form}</form></main>${rest}${SCRIPT}`;

export const OFFER_PAGES = {
  short: page(`${FIELDS(3)}<button>Volgende</button>`),
  long: page(`${FIELDS(25)}<button>Volgende</button>`),
  'sticky foot': page(
    `${FIELDS(12)}<div class="foot"><button>Vorige</button> <button>Volgende</button></div>`,
  ),
  'cookie bar': page(
    `${FIELDS(4)}<button>Volgende</button>`,
    '<div class="cookies">Wij gebruiken cookies. <button>Akkoord</button></div>',
  ),
  'large field': page(
    `${FIELD('veld1')}<p><label>Uw toelichting <textarea name="veld2"></textarea></label></p>${FIELD('veld3')}<button>Volgende</button>`,
  ),
};
