/** Under whose laws a region lies. Regions of one union that shares its law of data protection are one place. */

/** Beginnings or names of regions. Source: "AWS Regions" of the AWS documentation, read 2026-11-22. */
const PLACES: readonly (readonly [place: string, regions: RegExp])[] = [
  ['Japan', /^ap-northeast-(?:1|3)$/],
  ['South Korea', /^ap-northeast-2$/],
  ['Hong Kong', /^ap-east-1$/],
  ['Taiwan', /^ap-east-2$/],
  ['Singapore', /^ap-southeast-1$/],
  ['Australia', /^ap-southeast-(?:2|4)$/],
  ['Indonesia', /^ap-southeast-3$/],
  ['Malaysia', /^ap-southeast-5$/],
  ['New Zealand', /^ap-southeast-6$/],
  ['Thailand', /^ap-southeast-7$/],
  ['India', /^ap-south-[12]$/],
  ['United States', /^us-(?:east|west|gov-east|gov-west|iso[a-z]?-east|iso[a-z]?-west)-\d$/],
  ['Canada', /^ca-(?:central|west)-1$/],
  ['Mexico', /^mx-central-1$/],
  ['Brazil', /^sa-east-1$/],
  ['European Union', /^eu-(?:central-1|west-1|west-3|north-1|south-1|south-2)$|^eusc-de-east-1$/],
  ['Switzerland', /^eu-central-2$/],
  ['United Kingdom', /^eu-west-2$/],
  ['Israel', /^il-central-1$/],
  ['United Arab Emirates', /^me-central-1$/],
  ['Bahrain', /^me-south-1$/],
  ['South Africa', /^af-south-1$/],
  ['China', /^cn-(?:north|northwest)-1$/],
];

/** The place of a region; undefined for regions that are not listed: nothing may be concluded of them. */
export function placeOfRegion(region: string): string | undefined {
  return PLACES.find(([, regions]) => regions.test(region))?.[0];
}
