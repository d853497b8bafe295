/** Fills the templates of names.ts. */

export interface TemplateSource {
  readonly name: () => string;
  readonly self: string;
  readonly account: string;
  readonly region: string;
  /** The text of an attribute that is written. */
  readonly written: (attribute: string) => string | undefined;
}

/** `{self}` and the like → the texts of a thing; what a hole needs and is not written is what stands behind its bar. Linear. */
export function fillTemplate(template: string, source: TemplateSource): string {
  const pieces = piecesOf(template);
  let text = pieces[0] ?? '';
  for (let index = 1; index < pieces.length; index += 2) text += fill(pieces[index] ?? '', source) + (pieces[index + 1] ?? '');
  return text;
}

const pieces = new Map<string, readonly string[]>();
const MAX_TEMPLATES = 2_000;

/** Texts, and what stands in braces between them: there are a few hundred templates, each filled many times. */
function piecesOf(template: string): readonly string[] {
  const known = pieces.get(template);
  if (known) return known;
  if (pieces.size >= MAX_TEMPLATES) pieces.clear();
  const made = template.split(/\{([^{}]+)\}/);
  pieces.set(template, made);
  return made;
}

function fill(hole: string, source: TemplateSource): string {
  switch (hole) {
    case 'name':
      return source.name();
    case 'self':
      return source.self;
    case 'account':
      return source.account;
    case 'region':
      return source.region;
    case 'partition':
      return partitionOf(source.region);
    // `/app/db` is the parameter `parameter/app/db`.
    case 'bare':
      return source.name().replace(/^\//, '');
    // Of Google Cloud: its own project, or that of the provider.
    case 'project':
      return firstOf('project', source) ?? source.account;
    // The issuer without its scheme.
    case 'host':
      return (firstOf('url,Url', source) ?? source.self).replace(/^https?:\/\//, '').replace(/\/$/, '');
    // Rules of the default bus do not name it.
    case 'bus': {
      const bus = lastPart(firstOf('event_bus_name,EventBusName', source) ?? 'default');
      return bus === 'default' ? '' : `${bus}/`;
    }
    default: {
      const [paths = '', otherwise = ''] = hole.replace(/^(?:=|last:)/, '').split('|');
      const text = firstOf(paths, source) ?? otherwise;
      return hole.startsWith('last:') ? lastPart(text) : text;
    }
  }
}

function firstOf(attributes: string, { written }: TemplateSource): string | undefined {
  for (const attribute of attributes.split(',')) {
    const text = written(attribute);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The name at the end of an ARN; other texts as they are. */
function lastPart(text: string): string {
  if (!text.startsWith('arn:')) return text;
  return text.slice(Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')) + 1);
}

/** Regions of China and GovCloud are partitions of their own. */
export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
