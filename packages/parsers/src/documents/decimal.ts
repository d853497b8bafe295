/** A decimal number as Terraform and YAML 1.2 read it from a text; null for anything else (hexadecimal, blanks, "Inf"). */
export function parseDecimal(text: string): number | null {
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
