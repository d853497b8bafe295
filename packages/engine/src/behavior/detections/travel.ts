/** One person signs in at two places no plane connects in the time. */
import type { SignInSpan } from '../activity.ts';
import type { Place } from '../types.ts';
import type { Found, World } from '../view.ts';

/** Networks of cloud providers and proxies: where their machines stand says nothing of the person. Source: the providers' own registrations. */
const CLOUD_ASNS = new Set([
  16509, 14618, 8987, 15169, 396982, 8075, 8068, 31898, 45102, 14061, 16276, 24940, 63949, 20473, 13335, 54113, 20940, 22616, 53813, 55256,
  132203, 36351,
]);
const EARTH_KILOMETERS = 6371;

interface Stop {
  readonly span: SignInSpan;
  readonly place: Place & { readonly latitude: number; readonly longitude: number };
}

export function findTravel(world: World): readonly Found[] {
  const { placeOf } = world.surroundings;
  const { kilometers, kilometersPerHour, sharedBy } = world.settings['impossible-travel'];
  if (!placeOf) return [];
  const spans = world.activity.signIns
    .entries()
    .flatMap(([, span]) => (span.successes > 0 && span.user !== null && span.address !== null ? [span] : []));
  const shared = new Map(
    [...Map.groupBy(spans, ({ address }) => address)].map(([address, all]) => [address, new Set(all.map(({ user }) => user)).size]),
  );
  return [...Map.groupBy(spans, ({ user }) => user).values()].flatMap((own) => {
    const stops = own
      .filter(({ address }) => (shared.get(address) ?? 0) < sharedBy)
      .toSorted((a, b) => a.firstSuccess - b.firstSuccess || ((a.address ?? '') < (b.address ?? '') ? -1 : 1))
      .flatMap((span) => stopOf(span, placeOf) ?? []);
    for (const [at, to] of stops.entries()) {
      const from = stops[at - 1];
      if (!from || from.place.asn === to.place.asn) continue;
      const far = distance(from.place, to.place);
      const milliseconds = Math.max(60_000, to.span.firstSuccess - from.span.lastSuccess);
      const isSameDevice = from.span.agent === to.span.agent && to.span.withoutMfa === 0;
      if (far < kilometers || far / (milliseconds / 3_600_000) < kilometersPerHour || isSameDevice) continue;
      return foundOf(from, to, far, milliseconds);
    }
    return [];
  });
}

function foundOf(from: Stop, to: Stop, kilometers: number, milliseconds: number): readonly Found[] {
  const event = to.span.succeeded;
  if (!event) return [];
  const name = ({ span, place }: Stop): string => `${span.address ?? ''} (${place.country ?? '?'})`;
  const evidence = {
    kind: 'travel',
    from: name(from),
    to: name(to),
    kilometers: Math.round(kilometers),
    minutes: Math.round(milliseconds / 60_000),
  } as const;
  const level = to.span.withoutMfa > 0 ? 'high' : 'medium';
  return [{ behavior: 'impossible-travel', level, event, actor: event.principal, firstSeen: from.span.lastSuccess, evidence: [evidence] }];
}

function stopOf(span: SignInSpan, placeOf: (address: string) => Place | null): Stop | null {
  const place = placeOf(span.address ?? '');
  if (!place || place.latitude === null || place.longitude === null || place.asn === null || CLOUD_ASNS.has(place.asn)) return null;
  return { span, place: { ...place, latitude: place.latitude, longitude: place.longitude } };
}

/** Kilometers along a great circle (haversine). */
export function distance(
  a: { readonly latitude: number; readonly longitude: number },
  b: { readonly latitude: number; readonly longitude: number },
): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (angle: number): number => Math.sin(radians(angle) / 2) ** 2;
  const h = half(b.latitude - a.latitude) + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude);
  return 2 * EARTH_KILOMETERS * Math.asin(Math.min(1, Math.sqrt(h)));
}
