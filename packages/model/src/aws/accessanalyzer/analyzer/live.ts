import { defineLive } from '../../../code/index.ts';
import type { Analyzer } from './shape.ts';

export const live = defineLive<Analyzer>({
  types: ['AWS::AccessAnalyzer::Analyzer'],
  identity: ['AnalyzerName'],
  read: (analyzer) => ({
    type: analyzer.string('Type', { required: true }),
    activeFindings: analyzer.number('ActiveFindings', { required: true }),
    firstResource: analyzer.string('FirstResource'),
  }),
});
