// A text that does not compile: what stopped it, and at which stage.
import type { CompileError } from '../../session/compiled.ts';

const STAGES: Record<CompileError['stage'], string> = {
  tokens: 'in the tokenizer',
  tree: 'in the parser',
  scopes: 'in the symbol table',
  bytecode: 'in the code generator',
};

export function CompileProblem({ error }: { error: CompileError }) {
  return (
    <p class="view-note bad" role="status">
      <strong>{error.type}</strong> {STAGES[error.stage]}, line {error.line}: {error.message}
    </p>
  );
}
