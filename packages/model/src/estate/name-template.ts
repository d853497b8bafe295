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
  return template.replaceAll(/\{([^{}]+)\}/g, (_all, hole: string) => fill(hole, source));
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
