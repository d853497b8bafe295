/** Messages that wait, were delivered, or were given up. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Answer } from '../../api/index.ts';
import { useApi, useApiAction } from '../../api/index.ts';
import { useMay } from '../../app/session.tsx';
import { useFormats, useTexts } from '../../i18n/index.ts';
import { Badge, Button, Empty, Page, Shown } from '../../ui/index.ts';
import type { DeliveryState } from './filter.ts';
import { deliveryStates } from './filter.ts';

type Delivery = Answer<'listDeliveries'>['deliveries'][number];

export function DeliveriesPage(): ReactNode {
  const { administration, settings, shell } = useTexts();
  const { state } = useSearch({ from: '/deliveries' });
  const navigate = useNavigate({ from: '/deliveries' });
  const list = useApi('listDeliveries', { query: { state, limit: 200 } });
  const choose = (next: DeliveryState | undefined): void => void navigate({ search: next === undefined ? {} : { state: next } });
  return (
    <Page title={shell.nav.deliveries}>
      <div className="stack">
        <p className="soft">{administration.deliveries.about}</p>
        <div className="row" role="group" aria-label={administration.deliveries.state}>
          {[undefined, ...deliveryStates].map((each) => (
            <Button
              key={each ?? 'all'}
              tone={each === state ? 'primary' : 'quiet'}
              aria-pressed={each === state}
              onClick={() => choose(each)}
            >
              {each === undefined ? shell.all : settings.delivery[each]}
            </Button>
          ))}
        </div>
        <Shown query={list}>
          {({ deliveries }) =>
            deliveries.length === 0 ? <Empty>{administration.deliveries.empty}</Empty> : <Table deliveries={deliveries} />
          }
        </Shown>
      </div>
    </Page>
  );
}

function Table({ deliveries }: { readonly deliveries: readonly Delivery[] }): ReactNode {
  const { administration, shell } = useTexts();
  const texts = administration.deliveries;
  const formats = useFormats();
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={shell.nav.deliveries}>
      <table className="plain">
        <thead>
          <tr>
            <th>{texts.at}</th>
            <th>{texts.message}</th>
            <th>{texts.channel}</th>
            <th>{texts.state}</th>
            <th>{texts.attempts}</th>
            <th>
              <span className="sr-only">{texts.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <tr key={delivery.id}>
              <td className="number">{formats.time(delivery.createdAt)}</td>
              <td>
                {delivery.title}
                {delivery.reference === null ? null : <span className="soft small"> {delivery.reference}</span>}
              </td>
              <td>
                {delivery.channel} {delivery.recipient === null ? null : <span className="soft small">{delivery.recipient}</span>}
              </td>
              <td>
                <DeliveryBadge state={delivery.state} />
                {delivery.state === 'waiting' ? <p className="soft small">{texts.next(formats.ago(delivery.nextAt))}</p> : null}
                {delivery.lastError === null ? null : <p className="problem small">{delivery.lastError}</p>}
              </td>
              <td className="number">{formats.number(delivery.attempts)}</td>
              <td>{delivery.state === 'dead' ? <Retry delivery={delivery} /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DeliveryBadge({ state }: { readonly state: DeliveryState }): ReactNode {
  const { settings } = useTexts();
  return <Badge tone={state === 'delivered' ? 'good' : state === 'dead' ? 'high' : 'info'}>{settings.delivery[state]}</Badge>;
}

function Retry({ delivery }: { readonly delivery: Delivery }): ReactNode {
  const { shell } = useTexts();
  const mayRetry = useMay('notifications.manage');
  const retry = useApiAction('retryDelivery', ['listDeliveries']);
  if (!mayRetry) return null;
  return (
    <>
      <Button
        aria-label={`${shell.retry}: ${delivery.title}`}
        disabled={retry.isPending}
        onClick={() => retry.mutate({ params: { id: delivery.id } })}
      >
        {shell.retry}
      </Button>
      {retry.error ? (
        <p className="problem small" role="alert">
          {retry.error.message}
        </p>
      ) : null}
    </>
  );
}
