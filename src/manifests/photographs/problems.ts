/** Problems of photographs of loads. */
import { EXAMPLE_IDS as ids, NOTHING } from '../../core/example-ids.ts';
import { defineProblems } from '../../core/messages/problem.ts';

export const photographProblem = defineProblems(
  {
    'photograph-file-missing': {
      kind: 'missing',
      en: {
        title: 'File of the photograph not found',
        detail: 'Your organisation has uploaded no file {id}.',
        remedy: 'Upload the photograph first (POST /v1/files) and give its id in fileIds.',
      },
      zh: {
        title: '照片文件不存在',
        detail: '本单位没有上传编号为 {id} 的文件。',
        remedy: '请先上传照片（POST /v1/files），再将其编号填入“照片文件编号”（fileIds）。',
      },
    },
    'photograph-not-a-picture': {
      kind: 'rule',
      en: {
        title: 'Not a picture',
        detail: 'The file {id} has the type {mediaType}; a photograph is a JPEG or PNG picture.',
        remedy: 'Upload the photograph as image/jpeg or image/png.',
      },
      zh: {
        title: '不是图片',
        detail: '文件 {id} 的类型为 {mediaType}，照片应为 JPEG 或 PNG 图片。',
        remedy: '请以 image/jpeg 或 image/png 类型上传照片。',
      },
    },
    'photograph-exists': {
      kind: 'conflict',
      en: {
        title: 'Photograph already added',
        detail: 'The file {id} is among the photographs of this manifest.',
        remedy: 'Leave it out: GET /v1/manifests/{id}/photographs lists what the manifest has.',
      },
      zh: {
        title: '照片已添加',
        detail: '文件 {id} 已是本联单的照片。',
        remedy: '请勿重复填写；联单已有的照片可通过 GET /v1/manifests/{id}/photographs 查询。',
      },
    },
    'photographs-too-many': {
      kind: 'rule',
      en: {
        title: 'Too many photographs',
        detail: 'A manifest has at most {max} photographs (law manifests.paper-photographs).',
        remedy: 'Add those that show most.',
      },
      zh: {
        title: '照片数量过多',
        detail: '每份联单最多 {max} 张照片（法定参数 manifests.paper-photographs）。',
        remedy: '请选择最能说明情况的照片。',
      },
    },
    'photographs-of-draft': {
      kind: 'conflict',
      en: {
        title: 'The manifest is a draft',
        detail: 'The manifest {id} is a draft, so there is no load to photograph.',
        remedy: 'Submit it, or register it on paper, first.',
      },
      zh: {
        title: '联单仍为草稿',
        detail: '联单 {id} 仍为草稿，尚无可拍照的货物。',
        remedy: '请先提交联单或登记纸质联单。',
      },
    },
  },
  {},
  {
    'photograph-file-missing': { id: NOTHING, pointer: '#/body/fileIds/0' },
    'photograph-not-a-picture': { id: ids.photographFile, mediaType: 'application/pdf', pointer: '#/body/fileIds/0' },
    'photograph-exists': { id: ids.photographFile, pointer: '#/body/fileIds/0' },
    'photographs-too-many': { max: 100, pointer: '#/body/fileIds' },
    'photographs-of-draft': { id: ids.manifest, pointer: '#/params/id' },
  },
);
