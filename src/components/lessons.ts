// The lessons in reading order, with their addresses.
import { type CollectionEntry, getCollection } from 'astro:content';

export type Lesson = CollectionEntry<'lessons'>;

const order = (number: string) => number.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);

export async function allLessons(): Promise<Lesson[]> {
  const lessons = await getCollection('lessons');
  return lessons.sort((a, b) => order(a.data.number) - order(b.data.number));
}

/** An address inside the site, wherever the site is published. */
export const inSite = (path: string) => `${import.meta.env.BASE_URL.replace(/\/$/, '')}${path}`;

/** Lesson 0.1 is the start page. */
export const isStart = (lesson: Lesson) => lesson.data.number === '0.1';
export const addressOf = (lesson: Lesson) => inSite(isStart(lesson) ? '/start/' : `/lessons/${lesson.id}/`);

export const exercisesOf = (lesson: Lesson) =>
  [...(lesson.body ?? '').matchAll(/<Exercise\s+id="([^"]+)"/g)].map(([, id]) => id);
