"""Common given names in Latin letters: Russian and Kazakh ones as English prints them, and European ones."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    Abram Adam Albert Aleksandr Aleksei Alexander Alexei Alexey Alfred Alikhan Anatoly Andrei Andrey Andrew Anna
    Anton Arkady Arthur August Bela Boris Bruno Carl Charles David Dmitri Dmitry Edward Elena Emil Erich Ernst
    Eugene Evgeny Felix Filipp Franz Friedrich Fritz Fyodor Galina Genrikh Georg George Georgy Georgi Grigory
    Grigori Gustav Hans Harry Heinrich Helen Henry Herbert Hermann Hugo Igor Ilya Ilyas Innokenty Ioseb Iosif
    Irina Isaac Ivan Jacob Jakob Jan Johann John Josef Joseph Jozef Julius Karl Klara Kliment Konstantin Kurt
    Lavrenty Lazar Leo Leon Leonid Lev Lidia Ludwig Magzhan Maria Marie Margarete Martha Martin Matvei Max Maxim
    Michael Mikhail Mukhtar Mustafa Nadezhda Nestor Nikita Nikolai Nikolay Nina Oleg Olga Osip Oskar Otto Paul
    Pavel Peter Petr Philipp Pyotr Richard Robert Roman Rosa Rudolf Saken Semyon Sergei Sergey Sergo Sofia
    Stanislav Stepan Sultanbek Svetlana Tatyana Thomas Timofei Turar Valentin Valerian Varvara Vasily Vasili
    Vera Viktor Victor Vilhelm Vladimir Vsevolod Vyacheslav Walter Werner Wilhelm William Yakov Yan Yefim
    Yekaterina Yevgeny Yevgenia Yuri Yury Zinaida
    Akhmet Ahmet Mirzhakyp Mukhamedzhan Khalel Seidakhmet Sabit Gabit Beimbet Ilias Uraz Smagul Sanzhar Kassym Saduakas
    Temirbek Kanysh Dinmukhamed Gulnara Aigul Saule Zauresh Raikhan Sholpan Bibigul Zhanna Raushan Nazira Amina Mariyam
    Marat Erlan Yerlan Bolat Serik Berik Nurlan Kairat Talgat Daulet Kuanysh Bauyrzhan Baurzhan Turganbek
    Aleksandra Alexandra Aleksej Anastasia Anatolii Andrej Antonina Arkadii Dmitrii Dmitriy Efim Ekaterina Evgenii
    Evdokia Fedor Fedot Gennady Grigorii Ignaty Ksenia Kuzma Larisa Lidiya Lyudmila Makar Mariia Natalia Natalya Naum
    Nikifor Nikolaj Polina Prokofy Raisa Semen Sergej Tatiana Tikhon Trofim Valentina Vasilii Vitaly Vladislav Yurii
    Yuriy Zakhar Zoya Andriy Bohdan Fedir Halyna Hryhorii Kateryna Mykhailo Mykola Oksana Oleksandr Olena Petro Vasyl
    Volodymyr Yevhen Andrzej Antoni Czesław Franciszek Halina Henryk Jadwiga Janina Jerzy Józef Kazimierz Krystyna
    Mieczysław Ryszard Stanisław Stefania Tadeusz Wacław Wojciech Władysław Zbigniew Zofia Zygmunt Chaim Mendel Moisei
    Rakhil Samuil Solomon Szmul Bernhard Dietrich Elfriede Gerhard Gertrud Gottlieb Günter Günther Hedwig Heinz Helene
    Helmut Hilde Johannes Jürgen Käthe Konrad Lotte Margarethe Reinhold Siegfried Waltraut Wilhelmine Willi Willy
    Wolfgang Benjamin Catherine Christopher Elizabeth Isabelle Jeffrey Jonathan Kenneth Margaret Matthew Nicholas Pieter
    Ronald Sarah Sheila Stephen Steven Timothy
    """.split()  # noqa: SIM905 - a list of quoted names would be six times as long
)
