// The other ways to be helped: the list in the site's order, and the forms behind it.
import { Component } from 'preact';
import type { ChannelKind } from '#protocol';
import { Away } from './away.tsx';
import { ContactForm } from './contact-form.tsx';
import { describeWay, listChannels, type Way } from './describe-way.ts';
import type { WaysProps } from './ways-props.ts';

interface RowProps extends Pick<WaysProps, 'choose' | 'language'> {
  readonly kind: ChannelKind;
  readonly way: Way;
}

/** The whole row can be pressed; what stands under the name is read as its description. */
function Row({ kind, way: { title, opens, now, site }, choose, language }: RowProps) {
  const id = `vp-way-${kind}`;
  const name = { class: 'vp-way-name', 'aria-describedby': id };
  return (
    <li class="vp-way">
      {opens === null ? (
        <strong>{title}</strong>
      ) : 'href' in opens ? (
        <a
          {...name}
          href={opens.href}
          {...(opens.newTab && { target: '_blank', rel: 'noopener noreferrer' })}
        >
          {title}
        </a>
      ) : (
        <button {...name} type="button" onClick={() => choose(opens.screen)}>
          {title}
        </button>
      )}
      <div id={id} class="vp-small">
        {now !== null && <p>{now}</p>}
        {site.map((line) => (
          <p key={line} class="vp-hours" lang={language === 'nl' ? undefined : 'nl'} dir="auto">
            {line}
          </p>
        ))}
      </div>
    </li>
  );
}

interface LookState {
  /** What came of looking again. */
  readonly answer: string;
}

class LookAgain extends Component<WaysProps, LookState> {
  override state: LookState = { answer: '' };

  override render({ words }: WaysProps, { answer }: LookState) {
    return (
      <>
        <button type="button" class="vp-button" onClick={this.#look}>
          {words.lookAgain}
        </button>
        <p role="status">{answer}</p>
      </>
    );
  }

  readonly #look = async (): Promise<void> => {
    const { words, lookAgain } = this.props;
    this.setState({ answer: words.looking });
    await lookAgain();
    this.setState({ answer: words.stillAway });
  };
}

function List(props: WaysProps) {
  const { words, language, site, state, screen, choose } = props;
  const { reach } = site;
  // Who is in a conversation goes back to it, and does not begin one.
  const isFree = state.phase === 'none';
  const channels = listChannels(site).filter(({ kind }) => kind !== 'chat' || isFree);
  const hasChat = channels.some(({ kind }) => kind === 'chat');
  return (
    <>
      {screen === 'list' ? (
        <h3 data-vp-first tabIndex={-1}>
          {words.heading}
        </h3>
      ) : (
        <>
          <Away {...props} />
          <p>{words.other}</p>
        </>
      )}
      {site.contact.phone === null && site.contact.hours !== null && (
        <p class="vp-hours" dir="auto" lang={language === 'nl' ? undefined : 'nl'}>
          {site.contact.hours}
        </p>
      )}
      <ul class="vp-list">
        {channels.map((channel) => (
          <Row
            key={channel.kind}
            {...props}
            kind={channel.kind}
            way={describeWay(channel, { ...props, reach })}
          />
        ))}
      </ul>
      {screen !== 'list' ? (
        <LookAgain {...props} />
      ) : (
        !hasChat && (
          <button type="button" class="vp-button" onClick={() => choose(null)}>
            {words.backToChat}
          </button>
        )
      )}
    </>
  );
}

export class Ways extends Component<WaysProps> {
  /** Where a form was opened from: a no to it leads back there. */
  #from: 'list' | null = null;

  override render(props: WaysProps) {
    const { screen, choose } = props;
    if (screen !== null && screen !== 'list') {
      return <ContactForm key={screen} {...props} kind={screen} leave={() => choose(this.#from)} />;
    }
    this.#from = screen;
    return <List {...props} />;
  }
}
