// The components that every lesson may use without importing them.
import Example from './Example.astro';
import Exercise from './Exercise.astro';
import Lines from './Lines.astro';
import Myth from './Myth.astro';
import Note from './Note.astro';
import Options from './Options.astro';
import Order from './Order.astro';
import Predict from './Predict.astro';
import Question from './Question.astro';
import Recall from './Recall.astro';
import Source from './Source.astro';
import Steps from './Steps.astro';
import TinyJit from './TinyJit.astro';
import Why from './Why.astro';

export const lessonComponents = {
  Example,
  Exercise,
  Lines,
  Myth,
  Note,
  Options,
  Order,
  Predict,
  Question,
  Recall,
  Source,
  Steps,
  TinyJit,
  Why,
};
