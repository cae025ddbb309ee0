/** What a program is told that asked for nothing, wrongly, or too much: by the status of the answer. */
export const enFaults = {
  faults: {
    400: {
      title: 'The request cannot be read',
      detail: 'A part of the address or of what was sent is not as it is described at /api.',
    },
    404: { title: 'Nothing is here', detail: 'No record and no list has this address.' },
    405: {
      title: 'This cannot be done here',
      detail: 'The methods that are allowed stand in the header Allow.',
    },
    406: {
      title: 'It is not had in this form',
      detail: 'The forms in which it is had stand in the header Link.',
    },
    410: { title: 'It is no longer public', detail: 'A record was here, and was withdrawn or is closed.' },
    413: { title: 'That is too long', detail: 'More was sent than is read.' },
    415: {
      title: 'What was sent is of another kind',
      detail: 'The kinds that are read are described at /api.',
    },
    416: {
      title: 'It has no such stretch',
      detail: 'It is shorter than that; how long it is stands in Content-Range.',
    },
    429: {
      title: 'That was too much at once',
      detail:
        'Ask again after the time in the header Retry-After. Whoever wants everything has it in one piece at /data, or by OAI-PMH at /oai.',
    },
    500: { title: 'A fault of ours', detail: 'It was written down here. Other addresses may answer.' },
    501: { title: 'This is not done here', detail: 'What is done is described at /api.' },
    503: { title: 'Not now', detail: 'Ask again after the time in the header Retry-After.' },
  },
} as const;
