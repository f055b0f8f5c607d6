"""Packs what was trained as the models that are shipped.

    python3 export.py PREPARED FOLDER NAME=OUT ...

writes FOLDER/lexicon.safetensors, and for each OUT of train.py FOLDER/NAME.safetensors.
"""
import json, os, sys
import numpy as np
from model_file import network_tensors, quantized, write_model

prepared, folder, *models = sys.argv[1:]
# What a new relation is given, so that fewer are missed: on the development articles 0.4 to 1.2 were tried.
BEGIN_BONUS = 0.8
header = json.load(open(f'{prepared}/header.json'))
os.makedirs(folder, exist_ok=True)
vectors = np.fromfile(f'{prepared}/vectors.bin', dtype='<f4').reshape(-1, 100)[1:]
text = lambda name: np.frombuffer(open(f'{prepared}/{name}', 'rb').read(), dtype=np.uint8)
write_model(f'{folder}/lexicon.safetensors', quantized('words', vectors) | {'words.names': text('words.txt'), 'vocabulary': text('vocabulary.txt')}, {'format': '1'})
forbidden = np.array(header['transitions']) == 0
for item in models:
    name, out = item.split('=')
    w = np.load(f'{out}/weights.npz')
    lstm = {k[5:]: w[k] for k in w.files if k.startswith('lstm.')}
    into = np.concatenate([lstm['weight_ih_l0'], lstm['weight_ih_l0_reverse']])
    tensors, at = {}, 100
    for i in range(len(header['sizes'])):
        table = w[f'tables.{i}.weight']
        tensors |= quantized(f'features.{i}', table) | quantized(f'features.{i}.gates', into[:, at:at + table.shape[1]])
        at += table.shape[1]
    tensors |= network_tensors(lstm, into[:, :100], w['out.weight'], w['out.bias'])
    S = header['states']
    bonus = BEGIN_BONUS * np.array(header['begins'], dtype=np.float32)
    closed = lambda values, no: np.where(no, -1e4, values).astype(np.float32)
    tensors['transitions.steps'] = closed(w['transitions'] + bonus, forbidden[1:, :S])
    tensors['transitions.begin'] = closed(w['begin'] + bonus, forbidden[0, :S])
    tensors['transitions.end'] = closed(w['end'], forbidden[1:, S])
    write_model(f'{folder}/{name}.safetensors', tensors, {'format': '1'})
