/** Small charts in SVG and boxes. */
export const chartsScript = String.raw`
function donut(parts, total, label) {
  const radius = 54;
  const around = 2 * Math.PI * radius;
  let offset = 0;
  const arcs = parts.filter((part) => part.count > 0).map((part) => {
    const length = (part.count / Math.max(total, 1)) * around;
    // A hair of space between arcs, as long as there are several.
    const gap = parts.filter((one) => one.count > 0).length > 1 ? Math.min(3, length / 2) : 0;
    const arc = h('circle', { class: 'arc ' + part.kind, cx: 70, cy: 70, r: radius, 'stroke-dasharray': (length - gap) + ' ' + (around - length + gap), 'stroke-dashoffset': -offset },
      h('title', {}, part.label + ': ' + number(part.count)));
    offset += length;
    return arc;
  });
  const ring = h('svg', { class: 'donut', viewBox: '0 0 140 140', role: 'img', 'aria-label': label },
    h('g', { transform: 'rotate(-90 70 70)' }, h('circle', { class: 'arc track', cx: 70, cy: 70, r: radius }), arcs));
  return h('div', { class: 'donut-box' }, ring, h('div', { class: 'donut-center' + (total > 9999 ? ' long' : '') }, h('strong', {}, number(total)), h('span', {}, say('openTotal'))));
}

/** One bar of several parts; parts without a count take no room. */
function stackedBar(parts) {
  return h('div', { class: 'stack', role: 'img', 'aria-label': parts.map((part) => part.label + ' ' + part.count).join(', ') },
    parts.filter((part) => part.count > 0).map((part) => {
      const piece = h('span', { class: part.kind, title: part.label + ': ' + number(part.count) });
      piece.style.flexGrow = part.count;
      return piece;
    }));
}

function legend(parts, kind) {
  return h('ul', { class: 'legend ' + (kind || '') }, parts.map((part) => h('li', {},
    h('span', { class: 'dot ' + part.kind }),
    part.href ? h('a', { href: part.href }, part.label) : h('span', {}, part.label),
    h('strong', {}, number(part.count)))));
}

/** Counts of each severity as a row of small figures. */
function severityPills(counts) {
  return h('span', { class: 'pills' }, SEVERITIES.filter((severity) => counts[severity]).map((severity) =>
    h('span', { class: 'mini ' + severity, title: say(severity) }, number(counts[severity]))));
}

function cloudArt() {
  return h('svg', { class: 'cloud-art', viewBox: '0 0 420 180', 'aria-hidden': 'true', preserveAspectRatio: 'xMaxYMax slice' },
    h('path', { class: 'cloud-1', d: 'M60 150a42 42 0 0 1 8-83 62 62 0 0 1 117-18 50 50 0 0 1 78 34 36 36 0 0 1 10 67z' }),
    h('path', { class: 'cloud-2', d: 'M220 175a34 34 0 0 1 6-67 48 48 0 0 1 92-12 40 40 0 0 1 62 28 28 28 0 0 1 6 51z' }));
}

function logo() {
  return h('svg', { class: 'logo', viewBox: '0 0 32 32', 'aria-hidden': 'true' },
    h('path', { class: 'logo-cloud', d: 'M9 25a6.5 6.5 0 0 1-.8-12.9A8.5 8.5 0 0 1 24.6 11 7 7 0 0 1 23.500 25z' }),
    h('path', { class: 'logo-eye', d: 'M11 18.500q5-5 10 0q-5 5-10 0z' }),
    h('circle', { class: 'logo-pupil', cx: 16, cy: 18.500, r: 1.600 }));
}
`;
