import { foldName } from '../fold-name.ts';
import { romanised, CYRILLIC_SCHEMES } from './cyrillic.ts';

const TABLE = `
  Александр Алексей Анатолий Анастас Андрей Антон Аркадий Борис Вадим Валентин Валерий Валериан Василий
  Виктор Виталий Владимир Вячеслав Геннадий Георгий Григорий Дмитрий Евгений Егор Иван Игорь Илья Иосиф
  Климент Константин Лаврентий Лазарь Лев Леонид Максим Матвей Михаил Никита Николай Олег Павел Пётр Роман
  Семён Сергей Степан Тимофей Трофим Фёдор Филипп Юрий Яков
  Анна Вера Галина Екатерина Елена Ирина Лидия Людмила Мария Надежда Наталья Нина Ольга Раиса Светлана
  Тамара Татьяна Юлия
  Володимир Михайло Микола Олександр Петро Симон Тарас Дмитро Іван Леонід Богдан Андрій Юрій Сергій
`;

/** Russian and Ukrainian forenames in Cyrillic, by every romanisation of them, folded. */
export const FORENAMES: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split(/\s+/u)
    .toReversed()
    .flatMap((name) =>
      [name, ...CYRILLIC_SCHEMES.map((scheme) => romanised(name, scheme))].map(
        (form) => [foldName(form), name] as const,
      ),
    ),
);
